package ganengine.gan.cli;

import ganengine.gan.config.TrainConfig;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** A configuration as a map, to compare two of them setting by setting. */
final class Fields {
  private Fields() {}

  /** By name; settings that are not set are left out. */
  static Map<String, Object> of(TrainConfig config) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : TrainConfig.class.getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(config);
        if (value != null) {
          fields.put(component.getName(), value);
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("cannot read " + component, e);
      }
    }
    return fields;
  }
}
