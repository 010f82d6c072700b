"""The public site: stored bytes of releases, and the few pages that list them.

urls, views       a company's pages: `stored_bytes` are found and sent
directory         all companies, and the search
pages             our own pages, made without the request
machines          what crawlers and language models ask for
health            whether the site can do its work
"""
