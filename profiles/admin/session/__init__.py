"""What was typed outlives the session that it was typed in. Imports no other wing.

kept_text        the fields of a form, signed, for nobody but who opened it
lapsed_session   the login page that carries them, and the button that sends them on
throttle         what somebody sees who has tried too many passwords
password_reset   a new password by e-mail
"""
