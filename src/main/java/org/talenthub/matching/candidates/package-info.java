/** Candidates of a demand and demands for a person: found, scored, explained, and what each condition costs. */
@NullMarked
package org.talenthub.matching.candidates;

import org.jspecify.annotations.NullMarked;
