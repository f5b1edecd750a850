"""What tests stand on: real databases made by the migrations, and a clock set by hand."""
