# The team and its invitations
role-can-manager = You can now run everything: products, orders, deliveries, families, bazaars and the team.
role-can-catalogue = You can now add products, change their prices, photos and texts, and record quantities.
role-can-orders = You can now accept and pack orders, and follow each one to the door.
role-can-courier = You can now see the orders that are ready, deliver them, and confirm each with the customer's code.
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
