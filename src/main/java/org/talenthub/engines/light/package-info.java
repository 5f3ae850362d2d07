/** What of the engines and of native libraries one platform needs: the rest is left out of the packaged hub. */
@NullMarked
package org.talenthub.engines.light;

import org.jspecify.annotations.NullMarked;
