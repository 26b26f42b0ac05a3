"""Who says what: attributions to statements with force, chain and speaker.

statements = find_statements(page, attributions, cast)
statements = add_outlet_statements(page, statements, sentences, cast)
"""

from counterclaim.statements.find import ForceHead, add_outlet_statements, find_statements

__all__ = ["ForceHead", "add_outlet_statements", "find_statements"]
