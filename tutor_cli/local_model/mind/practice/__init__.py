"""Problems for the pupil: set, hinted at, checked, their slips named, and come back to."""
