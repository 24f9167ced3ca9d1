package ganengine.kernels.cuda;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests on the {@code cuda} device: on the card at hand where ganengine.cuda.real is set, else on
 * one emulated on the host; skipped where that isn't built. The build runs them in a JVM of their
 * own, in which the emulation's libraries take the place of NVIDIA's.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("card")
@ExtendWith(CardCondition.class)
public @interface OnCard {}
