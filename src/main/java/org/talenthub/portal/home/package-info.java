/** Home pages by role, and the log-in. */
@NullMarked
package org.talenthub.portal.home;

import org.jspecify.annotations.NullMarked;
