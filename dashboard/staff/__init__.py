"""Where staff works: pages that need a role, drawn with Streamlit's own widgets.

`pages`  which there are, and which role each needs
`sql`    questions of one's own: the editor, `known` what can be asked, `answered` what came of it
`importing`  a list brought in, or single rows mended      `history`  every version, and the way back
`reason`  why facts change     `failing`  why they cannot     `taking`  files for who has the role
"""

NAMES = ("sql", "import", "versions")  # their addresses
