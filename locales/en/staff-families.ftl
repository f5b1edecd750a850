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
families-how = To open a family's page, press the brand or write a part of its name.
families-ask-words = What is the brand called? A part of the name will do.
families-found =
    <b>Productive families</b>

    Results for “{ $words }”:
families-not-found =
    <b>Productive families</b>

    No brand has this name: “{ $words }”.
families-row = { $brand }
families-card =
    <b>{ $brand-en }</b>
    { $brand-ar }

    Products: { $products }
    Accounts linked to this brand: { $members }
families-added = ✅ The family was added.
families-ask-ar = What is the family's brand called in Arabic? Customers see this name; it is never a person's.
families-ask-en = What is the brand called in English?
families-name-taken = There is another brand of this name already: { $brand }. Please write another name.
families-ask-name = Who at { $brand } is this invitation for? Please write a name; only managers see it.
families-invitation =
    <b>Invitation for { $brand }</b>
    { $name }

    The link is for one person, once, and lasts { $days ->
        [one] 1 day
       *[other] { $days } days
    }. Whoever opens it can see this brand's sales and what is due to it, so please send it to the family itself.
families-invites-you = Entaj Bazaar invites you to follow the sales of { $brand } and what is due. Open the link to accept:
button-members = Who follows this brand ({ $count })
families-members =
    <b>{ $brand }</b>

    To end somebody's access, choose their name:
families-no-members =
    <b>{ $brand }</b>

    Nobody follows this brand now.
families-member-sure =
    End this person's access to the brand?
    { $name } – { $brand }

    Its sales and dues will not reach them any more; only a new invitation brings them back.
button-remove-member = End the access
families-member-removed = ✅ Access ended: { $name } – { $brand }
button-rename-family = Change the brand's name
