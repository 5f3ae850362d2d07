/** The information terminal in halls and service centres: public facts only, for fingers, whoever is signed in. */
@NullMarked
package org.talenthub.portal.terminal;

import org.jspecify.annotations.NullMarked;
