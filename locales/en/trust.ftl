# What an account may order
refused-open-orders = Sorry, one customer can have at most { $most } orders on the way. You can order again once one has arrived or is cancelled. If you need more, please contact the centre.
refused-open-pieces = Sorry, the orders on the way to one customer hold at most { $most } pieces in all. You can order fewer; for a large order, please contact the centre.
refused-open-value = Sorry, the orders on the way to one customer come to at most { $most } in all. You can order fewer; for a large order, please contact the centre.
refused-open-cancellations = Sorry, many orders of this account were cancelled today, so the next one can be placed from tomorrow on. If you need it today, please contact the centre.
refused-account-blocked = Sorry, this account cannot place new orders at the moment. Please contact the centre; we are glad to help.
