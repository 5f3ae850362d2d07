/** Photographs that people upload: checked, stripped of where and by what they were taken, sealed, and given out as pictures only. */
@ApplicationModule(allowedDependencies = {"common", "security", "security :: sealing"})
@NullMarked
package org.talenthub.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
