"""The only SQL: what is kept, how it is written, and one question at a time how it is read."""
