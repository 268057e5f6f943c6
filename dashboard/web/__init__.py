"""An outlet for machines and other websites: an address for every figure, table and list, from the public facts only.

`asking`  what a request asks for          `refusal`  what is wrong with it, and what there is
`answer`  how it is answered               `bounds`   how often, how much
`files`   a figure as a file               `job`      the same by the workshop
`record`  as JSON                          `table`    as people read it
`directory`  the list of all               `embed`    for another website's frame
`calendar`  what is coming                 `threads`  what a request has done beside the loop
`site`    the pages for people             `routes`   the addresses
"""
