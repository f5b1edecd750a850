"""The sample: the eighth Entaj Bazaar in Al Rahmaniya, with the goods of invented brands."""

from models.sample.loading import load_sample

__all__ = ["load_sample"]
