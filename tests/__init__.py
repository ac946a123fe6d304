"""What étalon promises, each promise checked and seen to fail when it is broken."""
