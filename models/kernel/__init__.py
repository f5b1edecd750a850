"""What every room stands on: the database, money, days, names, facts and refusals."""
