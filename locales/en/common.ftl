# What shows everywhere: common buttons and questions
button-home = Main menu
button-cart = Cart
button-orders = My orders
button-help = Help
button-back = Back
button-cancel = Cancel
two-paragraphs =
    { $first }

    { $second }
form-left = Cancelled. Nothing was saved.
form-noted = Noted.
nothing-to-cancel = There is nothing to cancel.
button-is-old = That button is from earlier. Here is the screen as it is now.
unknown-command = I don't know that command. Here is the menu:
