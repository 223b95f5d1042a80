"""What stands between the web and the pages: headers, static files, and a check of every callback request."""
