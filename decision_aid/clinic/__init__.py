"""A clinic's day with the answers that are kept: list, show, print, export, erase."""

from decision_aid.clinic.faults import ClinicFault

__all__ = ["ClinicFault"]
