"""Price labels, printed on sheets: what for, how many, from which place on."""
