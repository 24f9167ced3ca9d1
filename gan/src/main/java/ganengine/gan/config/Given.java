package ganengine.gan.config;

/**
 * What the user gave for a setting.
 *
 * @param where file and line, or option, for messages
 * @param key the setting's name as the user wrote it
 * @param text its value as the user wrote it; null if left open
 */
record Given(String where, String key, String text) {}
