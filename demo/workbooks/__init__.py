"""Workbooks as they really come: builders of clean, dirty and hostile samples with what they must yield."""
