# The inbox: what is written to the team, and how it is answered
button-send-to-team = 💬 Send to the team
button-ask-team = 💬 Ask the team
button-add-to-question = ✍️ Add to the message
button-write-again = ✍️ Reply to the team
button-erase-questions =
    { $count ->
        [one] 🗑 Erase my message to the team
       *[other] 🗑 Erase { $count } messages with the team
    }
button-erase-questions-sure = Yes, erase all messages

inbox-offer = If it was a message to the team, the button below sends it as it is.
inbox-offer-photo =
    The photo has arrived.

    Send it to the team?
inbox-offer-photos =
    The photos have arrived.

    Send all of them to the team?
inbox-offer-voice =
    The voice message has arrived.

    Send it to the team?
inbox-too-long = The message is too long to be sent to the team at once. Please send it in parts.
inbox-draft-gone = This message is not kept here any more, and nothing was sent. Please write or send it again.
inbox-handed =
    ✅ <b>The team has the message.</b>

    The answer comes here, in this chat, usually before { $by }.
inbox-handed-before =
    <b>The team has this message already</b>; it was not sent again.

    The answer comes here, in this chat, usually before { $by }.
inbox-handed-settled =
    <b>The team got this message before</b>; it was not sent again.

    It waits for no answer any more. You can write to the team again with the button below.
inbox-open-order = 📦 Order { $number }
inbox-open-product = 🛍 { $name }
inbox-ask =
    <b>A message to the team</b>

    Please write the question or remark, or send a photo. On Telegram a voice message will do too.
inbox-ask-order =
    <b>A question about order { $number }</b>

    Please write it, or send a photo. On Telegram a voice message will do too.
inbox-ask-product =
    <b>A question about { $name }</b>

    Please write it, or send a photo. On Telegram a voice message will do too.
inbox-ask-more =
    <b>Another message to the team</b>

    Please write it, or send a photo. On Telegram a voice message will do too.
inbox-ask-more-about =
    <b>Another message to the team</b> ({ $about })

    Please write it, or send a photo. On Telegram a voice message will do too.
inbox-ask-again = That cannot be sent to the team. A written text, a photo or a voice message is needed here.
inbox-answer =
    💬 <b>The team's answer</b>

    { $words }
inbox-read = 🌷 The team has read your message ({ $about }). Thank you for writing. If there is still something you would like to know, please write to us again; we are glad to help.
inbox-answer-order =
    💬 <b>The team's answer about order { $number }</b>

    { $words }
inbox-answer-product =
    💬 <b>The team's answer about { $name }</b>

    { $words }
inbox-erase-ask =
    <b>Erase all messages with the team?</b>

    { $count ->
        [one] One message is erased, with its photos and recordings; what was not answered yet will not be.
       *[other] { $count } messages are erased, with their photos and recordings; what was not answered yet will not be.
    }
inbox-erased = The messages with the team are erased; nothing of them is left.

inbox-title = Inbox
button-inbox = Inbox
button-inbox-open = Waiting
button-inbox-mine = Mine
button-inbox-answered = Answered
desk-inbox =
    { $count ->
        [one] One message from customers waits for an answer.
       *[other] { $count } messages from customers wait for an answer.
    }
desk-no-contact = ⚠️ The shop's settings name neither a phone nor an e-mail of the centre: customers reach it by “Send to the team” alone.
inbox-list-open =
    <b>Messages that wait for an answer</b>

    { $list }
inbox-list-mine =
    <b>Messages with me</b>

    { $list }
inbox-list-answered =
    <b>Answered messages</b>

    { $list }
inbox-none-open =
    <b>Inbox</b>

    No message waits for an answer now.
inbox-none-mine =
    <b>Inbox</b>

    No messages with me now.
inbox-none-answered =
    <b>Inbox</b>

    No message was answered lately.
inbox-line = • { $who } – { $about }: { $state } ({ $at })
inbox-row = { $who } · { $about }
inbox-name = { $name }
inbox-nameless = No name
inbox-about-order = order { $number }
inbox-about-product = { $name }
inbox-about-nothing = general
inbox-state-open = waiting
inbox-state-taken = being answered
inbox-state-answered = answered
inbox-state-closed = closed
inbox-state-mine = with me
inbox-state-with = with { $name }
inbox-state-late = { $state }, { $late }
inbox-late = ⏰ late
inbox-question =
    <b>{ $who }</b> – { $about }
    { $state }
inbox-said = <b>{ $who }</b> ({ $at }):
inbox-colleague = a colleague
inbox-by-team = Answer by { $name }
inbox-words = { $words }
inbox-photo = 🖼 Photo
inbox-voice =
    { $seconds ->
        [one] 🔊 Voice message (1 second)
       *[other] 🔊 Voice message ({ $seconds } seconds)
    }
inbox-show = { $what } · { $at }
inbox-sent-by = Sent by { $who }
inbox-message-erased = (erased)
button-answer = ✍️ Answer
button-take = I will answer
button-let-go = Leave it to the team
button-close = Close without an answer
button-close-answered = Close
button-earlier = ‹ Earlier messages
button-later = Later messages ›
button-this-question = Back to the conversation
button-answer-anyway = Send the answer as it is
inbox-taken = The message is with you now.
inbox-let-go = The message is with the rest of the team again.
inbox-stands = The message now: { $state }.
inbox-more-was-said = Something new came in this conversation; it was not closed.
inbox-closed = The message is closed.
inbox-who-about = { $who } – { $about }
inbox-ask-answer =
    <b>Answer to { $who }</b>

    Please write the answer. It arrives as it is, in the name of the team alone.
inbox-answered-meanwhile =
    <b>Answered meanwhile by { $name }:</b>

    { $words }

    Send the new answer as well?
inbox-written-meanwhile =
    <b>The customer wrote more after it was opened:</b>

    { $words }

    Send the answer as it is?
inbox-changed-meanwhile = This conversation has changed since it was opened. Send the answer as it is?
inbox-answer-sent = ✅ The answer is sent.
inbox-news =
    💬 <b>A new message waits for an answer</b>

    { $who } – { $about }
inbox-news-late =
    ⏰ <b>A message has waited too long for its answer</b>

    { $who } – { $about }
inbox-open-question = Open the message

refused-too-many-messages =
    { $most ->
        [one] At most 1 message can be sent to the team in a day. More can be sent tomorrow.
       *[other] At most { $most } messages can be sent to the team in a day. More can be sent tomorrow.
    }
refused-too-many-questions =
    { $most ->
        [one] The team still has 1 open question. You can add to it, or wait for its answer.
       *[other] The team still has { $most } open questions. You can add to them, or wait for the answers.
    }
trouble-voice-too-big = The voice message is too long. It may last five minutes at most.
trouble-voice-unreachable = The voice message could not be received. Please send it again.
trouble-too-many-files = Many photos and voice messages have arrived that were not sent to the team yet. Please send those by their buttons first, or wait some minutes.
