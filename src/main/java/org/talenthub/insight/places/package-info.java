/** Industries, nodes of their chains and regions: what stands there, what happened there and what is missing there. */
@NullMarked
package org.talenthub.insight.places;

import org.jspecify.annotations.NullMarked;
