/** The Hubei talent hub; every direct sub-package is a module. */
@NullMarked
package org.talenthub;

import org.jspecify.annotations.NullMarked;
