"""The frozen form of a profile: its schema, how rows become it, its differences and its seal.

schema            the release document: typed, versioned, all that renderings see
loading           a profile as the database has it now, by `rows`
snapshot          rows -> document; `support` says how well a claim is founded,
                  `other_profiles` what others say of the company
diff              what one document says that another does not; `evidence_changes` of evidence
seal              canonical bytes, and their hash
"""
