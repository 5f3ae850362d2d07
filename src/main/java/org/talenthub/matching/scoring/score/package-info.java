/** What a score says: its parts, their verdicts and reasons, and the band that it falls into. */
@NullMarked
package org.talenthub.matching.scoring.score;

import org.jspecify.annotations.NullMarked;
