/**
 * What a run leaves on the disk: {@link ganengine.gan.run.RunFolder} knows the places, {@link
 * ganengine.gan.run.MetricsLog} and {@link ganengine.gan.run.Checkpoints} write and read what
 * grows, {@link ganengine.gan.run.LossPlot} and {@link ganengine.gan.run.Report} show it to people.
 */
package ganengine.gan.run;
