"""Pages of single services: what each part of one says, decided from its declaration and the figures."""
