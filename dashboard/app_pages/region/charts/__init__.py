"""The maps of the region that only its page shows, and the balance of its towns."""
