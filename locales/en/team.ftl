# The team and its invitations
role-can-manager = You can now run everything: products, orders, deliveries, families, bazaars and the team.
role-can-catalogue = You can now add products, change their prices, photos and texts, and record quantities.
role-can-orders = You can now accept and pack orders, follow each one to the door, and answer what customers write.
role-can-courier = You can now see the orders that are ready, deliver them, and confirm each with the customer's code.
role-can-seller = You can now open a till and sell in the hall.
role-can-finance = You can now settle cash that differs, and take tills and cash from couriers over.
team-title = Team
team =
    <b>Team</b>

    { $posts }

    To invite somebody, choose their role:
team-post =
    { $role }: { $count ->
        [0] nobody yet
        [one] 1 person
       *[other] { $count } people
    }
team-post-named = { team-post } ({ $names })
team-invite = Invite: { $role }
team-ask-name = Who is this invitation for ({ $role })? Please write a name, so that the team's page can show it.
team-invitation =
    <b>Invitation to the team: { $role }</b>
    { $name }

    The link is for one person, once, and lasts { $days ->
        [one] 1 day
       *[other] { $days } days
    }. Whoever opens it first joins the team, so please send it to that person alone.
button-send-invitation = Send the invitation
team-invites-you = You are invited to join the Entaj Bazaar team ({ $role }). Open the link to accept:
team-welcome =
    Welcome to the Entaj Bazaar team.

    Your role: <b>{ $role }</b>
    { $can }

    Everything that waits is on the desk, which /desk opens too.

team-people = { $role } ({ $count })
team-holders =
    <b>{ $role }</b>

    To take the role away from somebody, choose their name:
team-no-holders =
    <b>{ $role }</b>

    Nobody holds this role now.
team-sure =
    Take this role away?
    { $name } – { $role }

    It stops working at once, and comes back only with a new invitation.
button-take-role = Take the role away
team-role-taken = ✅ The role was taken away: { $name } – { $role }

people-name = { $name }
people-nameless = No name
people-since = { $name } · since { $since }
people-until = { $name } · until { $until }
people-role-until = { $role }: { $invited }
button-open-invitations = Invitations not accepted yet ({ $count })
people-invitations =
    <b>Invitations not accepted yet</b>

    To withdraw one, choose it:
people-no-invitations =
    <b>Invitations not accepted yet</b>

    There are none now.
people-withdraw-sure =
    Withdraw this invitation?
    { $invited }

    Its link stops working at once.
people-invitation-over = This invitation is not open any more: it was accepted or withdrawn, or has run out.
button-withdraw = Withdraw the invitation
people-withdrawn = ✅ The invitation was withdrawn: { $invited }

button-pass-founding = Hand over as founder
button-take-on-founding = Become the founder
founding-ask-whom =
    <b>Hand over as founder</b>

    The founder is the one manager whose role cannot be taken away by those who joined by the founder's invitation. To whom is it handed over? It changes hands once that manager agrees.
founding-offered =
    <b>Hand over as founder</b>

    It was offered to { $name }, who has not answered yet. Until then nothing changes.
button-offer-back = Take the offer back
founding-sure =
    Hand over as founder?
    { $name }

    Once the offer is accepted, only { $name } can hand it over again. Your role as a manager stays.
button-offer-founding = Yes, offer it
founding-asked = ✅ It was offered to { $name }, and changes hands once the offer is accepted.
founding-taken-back = ✅ The offer was taken back.
founding-take-sure =
    <b>Become the founder of the shop?</b>

    { $name } hands over to you. Nobody whom you invite can take your role away, until you hand over.
button-founding-yes = Yes, I take it on
founding-taken-on = ✅ You are the founder of the shop now.
founding-nothing = Nothing is offered here any more.
