"""The builders of files in this folder (``docx_files``, ``pdf_samples``) can be imported by the tests below it."""
