"""Who someone is and what they may do. Nobody needs to sign in to see the public facts.

`person`     roles, and a person who has one         `rules`    the operator's file: provider, claim, roles
`claims`     a person of what the provider says      `userinfo` what it says now, asked again
`local`      staff on the machine itself             `session`  who looks at the page that runs; at every action
`returned`   back from the provider, and what went wrong there
"""

from dashboard.access.person import VISITOR, NotAllowed, Person, Role

__all__ = ["VISITOR", "NotAllowed", "Person", "Role"]
