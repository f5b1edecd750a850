# How people want their notices
button-notices = 🔔 Notices
notices-title = Notices
notices =
    <b>Notices</b>

    { $topics }

    Warnings about money and delivery codes always come at once.
notices-none = No notices of this kind come to this account.
notices-line = { $topic }: { $way }
notices-orders = New and changed orders
notices-deliveries = Orders ready to deliver
notices-team = Who joins the team and the families
notices-sales = My sales
notices-choose =
    <b>{ $topic }</b>

    When should these notices come? Bundled, they come as one message.
notices-way-now = at once
notices-way-hourly = bundled each hour
notices-way-morning = bundled at 8:00 am
notices-way-noon = bundled at 12:00 noon
notices-way-afternoon = bundled at 4:00 pm
notices-way-evening = bundled at 8:00 pm
notices-way-off = off
notices-off-orders =
    <b>Turn these notices off?</b>

    New orders, late ones, orders that customers cancel and orders that come back are then seen on /desk only; what customers change in their orders only on the order's page.
notices-off-deliveries =
    <b>Turn these notices off?</b>

    Orders that are ready to deliver are then seen on /desk only.
notices-off-team =
    <b>Turn these notices off?</b>

    Who joins the team or a family is then seen on the team's page only.
notices-off-sales =
    <b>Turn the notices of your sales off?</b>

    You would then hear of no sale, of nothing to be made and by when, of no delivery and no cancellation. Everything stays to be read with /sales. Bundled, you get all of it in one message instead.
notices-off-sure = Yes, turn them off
