"""The URSSAF public rules (npm ``modele-social`` on ``publicodes``) as a candidate engine: a Node child."""
