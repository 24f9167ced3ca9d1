/** What a run is asked to do: every setting, its default, and where values come from. */
package ganengine.gan.config;
