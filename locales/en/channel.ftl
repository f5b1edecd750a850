# What the channel itself says
channel-more = More choices:
channel-share-phone = Share my phone number
channel-share-place = Send my current location
channel-slow-down = That is a lot at once, so answers will come slowly for a while.
channel-a-moment = A moment, please: this is taking a little longer.
channel-in-group = Shopping happens in a private chat with Entaj Bazaar.
channel-open-private = Open the private chat
