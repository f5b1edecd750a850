"""What can be pressed beside the rows of a draft, and the steps that those presses lead to."""

ADD, OPTION, DONE, PAGE = "add", "option", "done", "page"
