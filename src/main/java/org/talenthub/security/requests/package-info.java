/** What of a request is refused before anybody works on it: unreadable, too large, of unknown origin. */
@NullMarked
package org.talenthub.security.requests;

import org.jspecify.annotations.NullMarked;
