"""The same models serve a bot that another library drives."""
