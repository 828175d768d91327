"""Antiderivatives by the methods of school, each rule a step, and definite integrals from them."""
