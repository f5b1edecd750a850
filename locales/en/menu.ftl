# The command menu, and what the bot says about itself
menu-desk = Desk: what waits now
menu-deliveries = Orders and deliveries
menu-confirm = Close an order by its number and code
menu-catalogue = Find and change products
menu-addproduct = Add a product
menu-families = The productive families
menu-bazaars = Bazaars and their days
menu-team = The team and invitations
menu-audit = Audit: who did what, and when
menu-misses = What was searched and not found
menu-family = Sales and what is due
menu-sales = Latest sales
menu-products = Your products and their stock
menu-shop = Shop
menu-search = Search for a product
menu-cart = Cart
menu-orders = My orders
menu-bazaar = The bazaar: where and when
menu-settings = Settings
menu-language = Language – اللغة
menu-help = Help
menu-privacy = Privacy
menu-cancel = Cancel what is being filled in
about-short = The shop of Sharjah's productive families: delicacies, fragrance, elegance, heritage, creativity.
about-long =
    Welcome to Entaj Bazaar, the shop of the productive families of Sharjah.

    Home-made food and sweets, perfumes and incense, clothes, heritage crafts and handmade things, each made with care in a family's home.

    Order right here, have it brought to your door in any emirate, and pay when it arrives.
