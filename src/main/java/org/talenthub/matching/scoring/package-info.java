/** How well one person fits one demand: pure, from what both records say, the same for everybody who asks. */
@NullMarked
package org.talenthub.matching.scoring;

import org.jspecify.annotations.NullMarked;
