# The productive families, as staff see them
button-add-family = Add a family
button-invite-family = Invitation link
button-this-family = The family's page
families-title = Productive families
families =
    <b>Productive families</b>

    { $count ->
        [0] No family has been added yet.
        [one] 1 family.
       *[other] { $count } families.
    }
families-row = { $brand }
families-card =
    <b>{ $brand-en }</b>
    { $brand-ar }

    Products: { $products }
    Accounts linked to this brand: { $members }
families-added = ✅ The family was added.
families-ask-ar = What is the family's brand called in Arabic? Customers see this name; it is never a person's.
families-ask-en = What is the brand called in English?
families-ask-name = Who at { $brand } is this invitation for? Please write a name; only managers see it.
families-invitation =
    <b>Invitation for { $brand }</b>
    { $name }

    The link is for one person, once, and lasts { $days ->
        [one] 1 day
       *[other] { $days } days
    }. Whoever opens it can see this brand's sales and what is due to it, so please send it to the family itself.
families-invites-you = Entaj Bazaar invites you to follow the sales of { $brand } and what is due. Open the link to accept:
