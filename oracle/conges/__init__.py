"""Family leaves, conducted: which days each leave claims, which rights and amount, what each day is paid."""
